import LessonFiles
import PolicyLab
import TraceFiles
import Tutor

extension LabError {
  /// What is wrong, and how it would be right.
  var message: String {
    switch self {
    case .noTrace:
      "there is nothing to study — name a file, --trace FILE, or make one up, "
        + "--workload zipf:keys=1M,requests=10M"
    case .traceAndWorkload: "--trace and --workload exclude each other — leave one out"
    case .unknownFormat(let name, let known):
      "there is no format \(name) — " + suggestion(name, known)
    case .badColumns(let text):
      "--columns \(text) is not understood — write key=2,size=3,time=1, or names of the header"
    case .badSample(let text):
      "--sample \(text) is no share — write 10% or 0.1, more than 0 and at most 100%"
    case .emptySample(let text, let requests):
      "--sample \(text) keeps no key of \(Words.count(requests, "request")) — keep a larger share"
    case .badSize(let text): "--size \(text) is no size — write 512B or 4KiB, below 4GiB"
    case .badLimit(let text): "--limit \(text) is no number of requests — write 1000000 or 1M"
    case .workload(let problem): text(problem)
    case .tooLarge(let name, let needed, let free):
      "\(name) takes about \(ByteAmount.text(needed)) of memory, and \(ByteAmount.text(free)) "
        + "are free — ask for fewer requests or keys, or keep a share of the keys, --sample 10%"
    case .stopped: "stopped while the trace was made — nothing is known yet"
    case .file(let error): error.message
    case .unknownPolicy(let name, let known):
      "there is no policy \(name) — " + suggestion(name, known)
    case .noPolicy: "no policy is named — write --policy lru,lfu or --policy all"
    case .badCapacity(let text):
      "--capacity \(text) is not understood — write 1%, 1000 (entries) or 64MiB"
    case .noCapacity: "no capacity is named — write --capacity 1%,10%"
    case .zeroCapacity(let text):
      "--capacity \(text) holds nothing — write 1 entry, 1 byte or more"
    case .negativeCapacity(let text):
      "--capacity \(text) is less than nothing — write 1%, 1000 (entries) or 64MiB"
    case .mixedCapacities(let entries, let bytes):
      "\(entries) counts entries and \(bytes) bytes — one study counts one of the two"
    case .noSizes(let text):
      "--capacity \(text) counts bytes, and the trace has no sizes — give every entry one, "
        + "--size 1KiB, or count entries"
    case .badLatency(let text):
      "--latency \(text) is not understood — write CACHE,DATABASE as in 1ms,100ms (us, ms or s)"
    case .twoForms: "--json and --csv exclude each other — leave one out"
    case .twoTraces: "two traces are named — leave --trace out"
    case .badPoints(let count): "--points is \(count) — write a number from 2 to 1000"
    case .badPrice(let text): "--price \(text) is no price — write what a GiB costs a month, as 3.5"
    case .priceWithoutSizes:
      "--price needs the sizes of entries, and the trace has none — give them one, --size 1KiB"
    case .picture(let error): error.message
    }
  }

  private func text(_ problem: WorkloadProblem) -> String {
    switch problem {
    case .unknown(let name, let known), .unknownKey(let name, let known):
      problem.message + " — " + suggestion(name, known)
    default: problem.message
    }
  }

  private func suggestion(_ word: String, _ known: [String]) -> String {
    let list = known.joined(separator: ", ")
    guard let nearest = NearestWord.suggestion(for: word, among: known) else {
      return "there are: \(list)"
    }
    return "did you mean \(nearest)? There are: \(list)"
  }
}
