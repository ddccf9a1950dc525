import CacheEngine
import Foundation
import Testing

/// One file a member, one row a file.
@Suite struct CatalogTests {
  @Test func `every file of a policy has a row, in order`() throws {
    let files = try members(of: "Policies", suffix: "Policy")
    let names = PolicyCatalog.all.map { row in
      let spellings = ([row.name] + row.aliases).map { $0.replacing("-", with: "") }
      return spellings.first(where: files.contains) ?? "no file for \(row.name)"
    }
    #expect(names.sorted() == files)
    #expect(PolicyCatalog.all.map(\.name) == PolicyCatalog.all.map(\.name).sorted())
  }

  @Test func `every file of a placement has a row, in order`() throws {
    let files = try members(of: "Placement", suffix: "Placement")
    #expect(files == PlacementCatalog.all.map(\.name))
  }

  @Test func `names and aliases lead to one row each, in any case`() {
    var names: [String] = []
    for row in PolicyCatalog.all {
      for name in [row.name] + row.aliases {
        names.append(name)
        #expect(name == name.lowercased())
        #expect(PolicyCatalog.find(name.uppercased())?.name == row.name)
      }
      #expect(!row.summary.isEmpty && !row.summary.hasSuffix("."))
      #expect(!row.reference.isEmpty)
    }
    #expect(Set(names).count == names.count)
    #expect(PolicyCatalog.find("belady") == nil)
    for row in PlacementCatalog.all {
      #expect(PlacementCatalog.find(row.name.uppercased())?.name == row.name)
      #expect(!row.summary.isEmpty && !row.reference.isEmpty)
    }
    #expect(PlacementCatalog.find("closest") == nil)
  }

  /// The names that the files of a folder stand for: "LRUPolicy.swift" for "lru".
  private func members(of folder: String, suffix: String) throws -> [String] {
    let package = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = package.appendingPathComponent("Sources/CacheEngine/\(folder)").path
    let files = try FileManager.default.contentsOfDirectory(atPath: path)
    return files.filter { !$0.hasSuffix("Catalog.swift") }.map { file in
      file.lowercased().replacingOccurrences(of: "\(suffix.lowercased()).swift", with: "")
    }.sorted()
  }
}
