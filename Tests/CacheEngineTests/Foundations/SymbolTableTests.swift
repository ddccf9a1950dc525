import CacheEngine
import Testing

@Suite struct SymbolTableTests {
  @Test func `the same bytes are the same symbol`() {
    var table = SymbolTable()
    let ada = table.intern("ada")
    let again = [table.intern(""), table.intern(Array("ada".utf8))]
    #expect(again == [.empty, ada])
    #expect(table.find("ada") == ada)
    #expect(table.find("bob") == nil)
    #expect(table.text(of: ada) == "ada")
    #expect(table.length(of: ada) == 3)
    #expect(table.count == 2)
  }

  @Test func `symbols are numbered in order of first appearance, through every growth`() {
    var table = SymbolTable()
    let symbols = (1...3_000).map { table.intern("key:\($0)").index }
    #expect(symbols == Array(1...3_000))
    for index in stride(from: 3_000, through: 1, by: -7) {
      let symbol = Symbol(index: UInt32(index))
      #expect(table.find("key:\(index)") == symbol)
      #expect(table.text(of: symbol) == "key:\(index)")
    }
    #expect(table.count == 3_001)
  }

  @Test func `any bytes will do`() {
    var table = SymbolTable()
    let bytes: [UInt8] = [0, 255, 10, 0]
    let symbol = table.intern(bytes)
    #expect(table.bytes(of: symbol) == bytes)
    #expect(table.find(bytes) == symbol)
    #expect(table.find([0, 255, 10]) == nil)
    #expect(table.text(of: symbol) == "\0\u{FFFD}\n\0")
    #expect(table.withBytes(of: symbol) { Array($0) } == bytes)
    #expect(table.hash(of: symbol) == bytes.withUnsafeBytes { StableHash.of(bytes: $0) })
  }

  @Test func `a copy goes its own way`() {
    var table = SymbolTable()
    let first = table.intern("first")
    var copy = table
    let second = copy.intern("second")
    #expect(table.find("second") == nil)
    let other = table.intern("other")
    #expect(other == second)
    #expect(copy.text(of: first) == "first")
    #expect(copy.text(of: second) == "second")
  }
}
