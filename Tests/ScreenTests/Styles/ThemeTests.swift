import Foundation
import Screen
import Testing

@Suite struct ThemeTests {
  /// Red, green and blue of a colour of xterm's palette, 0 to 1; the first 16 are not asked for.
  private func components(_ index: UInt8) -> [Double] {
    if index >= 232 {
      return Array(repeating: Double(8 + 10 * (Int(index) - 232)) / 255, count: 3)
    }
    let cube = Int(index) - 16
    let steps: [Int] = [cube / 36, cube / 6 % 6, cube % 6]
    return steps.map { $0 == 0 ? 0 : Double(55 + 40 * $0) / 255 }
  }

  /// Relative luminance (WCAG 2.1).
  private func luminance(_ rgb: [Double]) -> Double {
    let linear = rgb.map { $0 <= 0.03928 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  private func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  private func leastContrast(_ theme: Theme, page: Double) -> (Role, Double)? {
    Role.allCases.map { role in
      let attributes = theme[role]
      let front = attributes.foreground.map { luminance(components($0.index)) } ?? 1 - page
      let back = attributes.background.map { luminance(components($0.index)) } ?? page
      return (role, contrast(front, back))
    }.min { $0.1 < $1.1 }
  }

  @Test func `every role of the dark themes can be read on black`() throws {
    for theme in [Theme.dark, .highContrast] {
      let (role, contrast) = try #require(leastContrast(theme, page: 0))
      #expect(contrast >= 4.5, "\(theme.name): \(role)")
    }
    let (role, contrast) = try #require(leastContrast(.highContrast, page: 0))
    #expect(contrast >= 7, "\(role)")
  }

  @Test func `every role of the light theme can be read on white`() throws {
    let (role, contrast) = try #require(leastContrast(.light, page: 1))
    #expect(contrast >= 4.5, "\(role)")
  }

  @Test func `without colour the roles that matter still differ from text`() {
    for role in [Role.focused, .selection, .acting, .current, .error, .ghost, .hit, .evicted] {
      #expect(Theme.mono[role] != Theme.mono[.text], "\(role)")
      #expect(Theme.mono[role].foreground == nil && Theme.mono[role].background == nil)
    }
  }

  @Test func `no role is drawn dim in colour`() {
    // Dim lowers the contrast by an amount that each terminal chooses.
    for theme in [Theme.dark, .light, .highContrast] {
      for role in Role.allCases { #expect(!theme[role].flags.contains(.dim), "\(role)") }
    }
  }

  @Test func `themes are found by name`() {
    #expect(Theme.all.map(\.name) == ["dark", "light", "high-contrast", "mono"])
    #expect(Theme.named("light") == .light)
    #expect(Theme.named("pink") == nil)
  }

  @Test func `colours are mapped down`() {
    let bright = Attributes(Colour(117, basic: 14))
    #expect(bright.resolved(.indexed).foreground == 117)
    #expect(bright.resolved(.sixteen).foreground == 14)
    #expect(bright.resolved(.eight).foreground == 6)
    #expect(bright.resolved(.eight).flags == .bold)
    #expect(bright.resolved(.mono).foreground == -1)
    let grey = Attributes(Colour(241, basic: 8))
    #expect(grey.resolved(.eight).foreground == -1 && grey.resolved(.eight).flags == [])
    let marked = Attributes(Colour(16, basic: 0), on: Colour(220, basic: 11))
    #expect(marked.resolved(.eight).background == 3)
    #expect(marked.resolved(.mono).flags == .reverse)
  }

  @Test func `a style adds its flags to its role`() {
    #expect(Theme.dark.attributes(of: Style(.hint, .underline)).flags == .underline)
    #expect(Style(.hit, [.bold, .reverse]).description == "hit+bold+reverse")
    #expect(Role.node(6) == .nodeA && Role.node(-1) == .nodeF)
  }

  @Test func `terminals have depths`() {
    #expect(
      [0, 2, 8, 15, 16, 88, 256, 1 << 24].map { ColourDepth(count: $0).rawValue }
        == [0, 0, 8, 8, 16, 16, 256, 256])
  }
}
