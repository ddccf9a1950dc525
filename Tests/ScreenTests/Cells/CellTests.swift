import Testing

@testable import Screen

struct CellTests {
  @Test(arguments: ["a", " ", "─", "漢", "é", "e\u{301}", "ạ̈́", "x\u{300}\u{301}\u{302}", "🙂"])
  func `a cell gives back the character that was put into it`(character: Character) {
    #expect(Cell(character).character == character)
    #expect(Array(Cell(character).scalars) == Array(character.unicodeScalars))
  }

  @Test func `a cell takes sixteen bytes and nothing that is counted`() {
    #expect(MemoryLayout<Cell>.stride == 16)
    #expect(_isPOD(Cell.self))
  }

  @Test func `cells differ by their marks, by their style and by their width`() {
    #expect(Cell("e\u{301}") != Cell("e"))
    #expect(Cell("e\u{301}\u{302}") != Cell("e\u{302}\u{301}"))
    #expect(Cell("e", style: .hit) != Cell("e"))
    #expect(Cell.blank(.normal) != Cell.secondHalf(.normal))
  }
}
