extension Cache {
  /// About how many bytes a copy of this cache takes that shares nothing with it.
  ///
  /// Slots that are free count too. O(1).
  public var byteEstimate: Int {
    let slots = entries.count
    // The table is at most half full and at least a quarter; a policy links every slot.
    let tableAndPolicy = slots * (4 * MemoryLayout<SlotMap.Pair>.stride + 16)
    return slots * MemoryLayout<Entry>.stride + tableAndPolicy
      + timed * MemoryLayout<ExpiryHeap.Item>.stride
      + changes.capacity * MemoryLayout<CacheChange>.stride
  }
}
