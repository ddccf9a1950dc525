import CacheEngine

extension World {
  /// Says who gives the commands that follow: what they set going is told as theirs.
  public mutating func takeCommands(from actor: Actor) {
    commander = actor
    teller = actor
    if self.actor == .learner || self.actor == .lesson { self.actor = actor }
  }

  /// Chooses the policy of every node; entries stay and are told to the new policy.
  public mutating func setPolicy(_ name: String) throws(WorldError) {
    guard let row = PolicyCatalog.find(name) else {
      throw .unknownPolicy(name, known: PolicyCatalog.all.map(\.name))
    }
    policy = row.name
    for index in nodes.indices {
      nodes[index].cache.setPolicy(policyInForce(row.name), now: now)
      report(index, request: 0)
    }
    emit(.ruleChanged)
  }

  /// Sets the places of every node; what does not fit any more is evicted.
  public mutating func setCapacity(_ places: Int) {
    capacity = places
    for index in nodes.indices {
      nodes[index].cache.resize(capacity: placesInForce(places), now: now)
      report(index, request: 0)
    }
    emit(.ruleChanged)
  }

  /// Sets how many entries a policy that draws by lot looks at, on every node.
  public mutating func setSamples(_ samples: Int) {
    for index in nodes.indices { nodes[index].cache.setSamples(samples) }
    emit(.ruleChanged)
  }

  /// Sets how many application servers take requests, in turn.
  public mutating func setServers(_ count: Int) {
    servers = count
    nextServer = 0
    emit(.ruleChanged)
  }

  /// Sets how long clients wait for a query and what they do then.
  public mutating func setClient(
    timeout: Int64??, retries: Int?, scope: Rules.RetryScope?
  ) {
    if let timeout { rules.clientTimeout = timeout }
    if let retries { rules.clientRetries = retries }
    if let scope { rules.retryScope = scope }
    emit(.ruleChanged)
  }

  /// Changes one constant.
  public mutating func tune(_ name: RuleName, to value: Int64) {
    rules[keyPath: name.path] = value
    emit(.ruleChanged)
  }

  /// Sets how many writes may wait in the write queue of a node.
  public mutating func setQueueLimit(_ limit: Int) {
    rules.queueLimit = limit
    emit(.ruleChanged)
    admitWriters()
  }

  /// The learner does the policy's job: this entry leaves.
  ///
  /// - Returns: false when no node has the key.
  public mutating func evict(_ key: Symbol) -> Bool {
    for index in nodes.indices where nodes[index].cache.evict(key, now: now) {
      actor = commander
      report(index, request: 0)
      return true
    }
    return false
  }

  /// Runs `body` on the cache of a node as the learner's own hand and reports what it changed.
  ///
  /// - Parameter keys: what the body may touch, so that their time to live is watched.
  public mutating func handle<Result>(
    node index: Int, keys: [Symbol], _ body: (inout Cache, inout SymbolTable, Tick) -> Result
  ) -> Result {
    actor = commander
    let result = body(&nodes[index].cache, &symbols, now)
    for change in nodes[index].cache.changes { reportByHand(change, node: index) }
    nodes[index].cache.forgetChanges()
    for key in keys {
      if defect == .noTTL { _ = nodes[index].cache.setExpiry(key, expiresAt: .never, now: now) }
      watchExpiry(of: key, on: index)
    }
    return result
  }

  private mutating func reportByHand(_ change: CacheChange, node: Int) {
    let id = nodes[node].id
    switch change.kind {
    case .inserted, .replaced:
      emit(
        .filled, node: id, key: change.key, value: change.value, reason: .asked,
        number: change.entry.expiresAt == .never ? -1 : change.entry.expiresAt.ticks(since: now))
    case .evicted:
      emit(
        .evicted, node: id, key: change.key, value: change.value,
        reason: change.reason.map { .policy($0) } ?? .asked)
    case .removed, .cleared, .lost:
      emit(.deleted, node: id, key: change.key, value: change.value, reason: .asked, number: 1)
    case .expired: break
    case .rejected: emit(.rejected, node: id, key: change.key)
    }
  }

  /// Tells that the learner looked a key up by hand.
  public mutating func noteLook(_ key: Symbol, node index: Int, value: Symbol?) {
    actor = commander
    emit(
      value == nil ? .miss : .hit, node: nodes[index].id, key: key, value: value ?? .none,
      reason: value == nil ? .absent : .asked)
  }

  /// A random number for a command; whatever draws after it draws something else.
  public mutating func draw() -> UInt64 { dice.next() }

  /// Gives the symbol of a text, made if need be.
  public mutating func symbol(_ text: String) -> Symbol { symbols.intern(text) }
}
