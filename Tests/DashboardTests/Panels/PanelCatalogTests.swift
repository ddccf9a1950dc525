import CacheEngine
import Foundation
import Screen
import Simulation
import Testing
import Tutor

@testable import Dashboard

struct PanelCatalogTests {
  static let sizes = [
    Size(width: 0, height: 0), Size(width: 1, height: 1), Size(width: 3, height: 2),
    Size(width: 7, height: 40), Size(width: 80, height: 1), Size(width: 40, height: 9),
    Size(width: 400, height: 100),
  ]

  /// Scenes with much and with nothing in them.
  static func scenes() throws -> [Scene] {
    var scenes = [try Stand().model.scene]
    for script in PlayheadTests.scripts {
      var stand = try Stand()
      for line in script {
        stand.enter(line)
        stand.wait(300)
        scenes.append(stand.model.scene)
      }
    }
    return scenes
  }

  @Test func `every panel draws into any rectangle and never beyond it`() throws {
    for scene in try PanelCatalogTests.scenes() {
      for row in PanelCatalog.all {
        for size in PanelCatalogTests.sizes {
          var frame = Frame(size: Size(width: size.width + 2, height: size.height + 2))
          row.draw(
            scene, on: &frame,
            in: Rect(x: 1, y: 1, width: size.width, height: size.height))
          for x in 0..<frame.size.width {
            for y in [0, frame.size.height - 1] {
              #expect(frame[Point(x: x, y: y)]?.character == " ", "\(row.id) \(size)")
            }
          }
          for y in 0..<frame.size.height {
            for x in [0, frame.size.width - 1] {
              #expect(frame[Point(x: x, y: y)]?.character == " ", "\(row.id) \(size)")
            }
          }
        }
      }
    }
  }

  @Test(arguments: PanelCatalog.all.map(\.id))
  func `a panel that is too small says what it needs`(id: String) throws {
    let row = try #require(PanelCatalog.find(id))
    let scene = try Stand().model.scene
    guard row.minimum.width > 8 else { return }
    var frame = Frame(size: Size(width: row.minimum.width - 1, height: 5))
    row.draw(scene, on: &frame, in: frame.bounds)
    #expect(frame.text.contains("\(row.minimum.width)×\(row.minimum.height)"))
  }

  @Test func `every panel has a row and every file in the folder is a panel`() throws {
    let folder = Stand.folder.appendingPathComponent("../../Sources/Dashboard/Panels").standardized
    let rows = try String(
      contentsOf: folder.appendingPathComponent("PanelCatalog.swift"), encoding: .utf8)
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      guard name != "PanelCatalog.swift", !name.contains("+") else { continue }
      #expect(name.hasSuffix("Panel.swift"))
      #expect(rows.contains("{ \(name.dropLast(".swift".count))($0) }"), "\(name) has no row")
    }
  }

  @Test func `the catalog is in order and every panel has its own name`() {
    let ids = PanelCatalog.all.map(\.id)
    #expect(ids == ids.sorted())
    #expect(Set(ids).count == ids.count)
  }

  @Test func `the shares of the ring are all keys`() throws {
    var stand = try Stand()
    for line in ["node add B", "node add C", "vnodes 3", "rows city:1..100"] { stand.enter(line) }
    stand.wait()
    let ring = RingPanel(stand.model.scene)
    #expect(ring.shares.reduce(0) { $0 + $1.keys } == 100)
    #expect(abs(ring.shares.reduce(0) { $0 + $1.part } - 1) < 0.001)
    stand.enter("node add D")
    stand.wait()
    let moved = stand.model.tutor.stage.command.moved
    #expect(RingPanel(stand.model.scene).change?.moved == moved)
  }
}
