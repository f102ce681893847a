#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

exit(FrontDoor.open(Array(CommandLine.arguments.dropFirst())).rawValue)
