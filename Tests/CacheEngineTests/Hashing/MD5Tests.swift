import CacheEngine
import Testing

@Suite struct MD5Tests {
  /// The test suite of RFC 1321, appendix A.5.
  @Test(arguments: [
    ("", "d41d8cd98f00b204e9800998ecf8427e"),
    ("a", "0cc175b9c0f1b6a831c399e269772661"),
    ("abc", "900150983cd24fb0d6963f7d28e17f72"),
    ("message digest", "f96b697d7cb7938d525a2f31aaf161d0"),
    ("abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b"),
    (
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
      "d174ab98d277d9f5a5611c2c9f419d9f"
    ),
    (
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a"
    ),
  ])
  func `the digests of the RFC`(text: String, digest: String) {
    #expect(MD5(of: text).hexadecimal == digest)
  }

  @Test func `every length of the last block is padded`() {
    // The digests of "", "x", "xx" … up to 129 bytes, digested together; from md5sum.
    var chain = ""
    for length in 0..<130 { chain += MD5(of: String(repeating: "x", count: length)).hexadecimal }
    #expect(MD5(of: chain).hexadecimal == "6638bf0c12c07cffaf1d9ecd65b95eeb")
  }
}
