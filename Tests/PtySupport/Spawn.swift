import Glibc

/// Starting programs with exactly the streams, signals and environment that they should have.
///
/// Foundation's `Process` waits until everybody has closed what the child was given, and a server
/// that goes into the background, as tmux does, never does.
enum Spawn {
  /// What becomes of descriptors 0, 1 and 2.
  enum Streams {
    /// All three are the terminal at that path, in a session of the program's own.
    case terminal(String)
    /// No input; output and errors go to files.
    case files(output: String, errors: String)
  }

  /// Starts a program; its process, or the error.
  static func start(
    _ command: [String], environment: [String: String], streams: Streams
  ) throws(PtyError) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var words: [UnsafeMutablePointer<CChar>?] = command.map { strdup($0) } + [nil]
    let settings = environment.map { "\($0.key)=\($0.value)" }.sorted()
    var variables: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer {
      for pointer in words + variables { free(pointer) }
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    setUp(&actions, streams)
    setUp(&attributes, streams)
    var process: pid_t = 0
    let program = command.first ?? ""
    let code = posix_spawnp(&process, program, &actions, &attributes, &words, &variables)
    guard code == 0 else { throw .cannotStart(command: program, errno: code) }
    return process
  }

  private static func setUp(_ actions: inout posix_spawn_file_actions_t, _ streams: Streams) {
    // Nothing else that the tests have open is handed down; what is not open may be closed too.
    defer { for number in 3..<512 { posix_spawn_file_actions_addclose(&actions, Int32(number)) } }
    switch streams {
    case .terminal(let path):
      // Opening a terminal in a new session makes it the session's own.
      posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    case .files(let output, let errors):
      let writing = O_WRONLY | O_CREAT | O_TRUNC
      posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
      posix_spawn_file_actions_addopen(&actions, 1, output, writing, 0o600)
      posix_spawn_file_actions_addopen(&actions, 2, errors, writing, 0o600)
    }
  }

  private static func setUp(_ attributes: inout posix_spawnattr_t, _ streams: Streams) {
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigdefault(&attributes, &all)
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var flags = Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK)
    // POSIX_SPAWN_SETSID, which the Glibc module leaves out.
    if case .terminal = streams { flags |= 0x80 }
    posix_spawnattr_setflags(&attributes, flags)
  }

  /// How a program has ended, or nil while it runs.
  static func ending(of process: pid_t) -> Ending? {
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return nil }
    let signal = status & 0x7F
    return signal == 0 ? .exited(status >> 8 & 0xFF) : .signalled(signal)
  }
}
