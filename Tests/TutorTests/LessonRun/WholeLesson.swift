/// A lesson that owes nothing: the checker has no complaint, until a test breaks something in it.
enum WholeLesson {
  static let text = """
    ---
    format: 1
    id: whole
    title: A whole lesson
    minutes: 5
    panels: [path, listing]
    teaches: [read, write, GET, SET, traffic, capacity]
    ---
    ## A stranger
    Nobody has asked for b yet.
    ```setup
    capacity 4
    rows a=Ada b=Bea c=Cem
    read a
    ```
    ```opening
    read a
    ```
    ```predict read b
    How long does it take?
    - [x] {slowest}
    - [ ] {slowest | pattern none} => miss-costs-only-the-load: That is the database alone.
    - [ ] {slowest | SET b Bea} => cache-knows-everything: That is a hit.
    ```
    ```predict read b
    How many loads has the database seen after it?
    - [=] {db.loads} ± 10 %
    - [ ] {db.loads | SET b Bea} => cache-knows-everything: That needs it in the cache.
    ```
    ```watch
    miss pause: it is not here, at {db.latency} a load
    ```
    ```goal
    cached(b)   b is in the cache
    hits >= 2   another reader found something
    ```
    ```hint
    How many stops?

    Each has its price.

    run: read b ; read b
    ```
    ```solution
    read b
    read b
    ```
    ```solution
    read b
    read a
    ```
    ```mistake
    when: misses >= 1 and not cached(b)
    try: read c
    That was somebody else.
    ```
    ```mistake
    when: misses == 0
    try: read a
    try: GET b
    Nobody has asked the database.
    ```
    Well done.

    ## Put the lines in order
    ```setup
    rows a=Ada b=Bea
    ```
    ```order
    1 return value
    2 cache.set(key, value, ttl=60s)
    3 value = db.load(key)
    4 value = cache.get(key)
    5 if value is not None: return value
    answer: 4 5 3 2 1
    proof: read b ; read b
    4 5 3 1 2 => After return nothing runs.
    ```
    ```goal
    db.loads == 1   the two reads cost one load
    ```
    ```hint
    What is cheapest goes first.

    Fill before you answer.

    run: answer 4 5 3 2 1
    ```
    ```solution
    answer 4 5 3 2 1
    ```
    ## With and without
    ```setup
    rows a=Ada b=Bea
    ```
    ```contrast
    left: pattern none
    right: pattern cache-aside
    traffic keys a b a b
    goal: right.db.loads < left.db.loads   the cache saves loads
    ```
    ```hint
    Two lanes.

    One rule.

    run: traffic keys a b a b
    ```
    ## In production
    It is called cache-aside there too.
    """

  /// The number of the line on which words stand for the first time.
  static func line(of words: String, in text: String) -> Int? {
    text.firstRange(of: words).map { range in
      text[..<range.lowerBound].reduce(1) { $0 + ($1 == "\n" ? 1 : 0) }
    }
  }

  /// The lesson with one passage replaced.
  static func broken(_ passage: String, _ other: String) -> String {
    guard let range = text.firstRange(of: passage) else { return "no such passage: \(passage)" }
    return text.replacingCharacters(in: range, with: other)
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
