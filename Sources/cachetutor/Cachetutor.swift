@main struct Cachetutor { static func main() {} }
