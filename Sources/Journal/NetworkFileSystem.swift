import Glibc

/// File systems on which SQLite's locks and shared memory cannot be trusted, by the names the kernel gives them.
///
/// Asked of `/proc/self/mountinfo` (proc(5)): `statfs` knows only numbers, and sshfs has the one of all FUSE.
enum NetworkFileSystem {
  private static let names: Set<String> = [
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "ncpfs", "coda", "fuse.sshfs", "fuse.glusterfs",
    "lustre", "davfs", "fuse.davfs", "fuse.rclone", "fuse.s3fs",
  ]

  /// Whether a journal there would not be safe.
  static func contains(_ type: String) -> Bool { names.contains(type) }

  /// The type of the file system a file is on; nil when the kernel does not say.
  static func type(of file: LocalFile) -> String? {
    guard let device = file.identity?.device,
      let table = try? OpenFile("/proc/self/mountinfo", O_RDONLY)
    else { return nil }
    let text = String(decoding: table.everything(limit: 4 << 20), as: UTF8.self)
    return type(ofDevice: numbers(of: device), mounts: text)
  }

  /// `major:minor` of a device as glibc packs it (`sys/sysmacros.h`; its macros are not imported).
  private static func numbers(of device: UInt) -> String {
    let major = device >> 8 & 0xFFF | device >> 32 & ~0xFFF
    let minor = device & 0xFF | device >> 12 & ~0xFF & 0xFFFF_FFFF
    return "\(major):\(minor)"
  }

  /// `36 35 98:0 /mnt1 /mnt2 rw,noatime master:1 - ext3 /dev/root rw`: the third word is the device, the first
  /// after the lone hyphen its type.
  static func type(ofDevice device: String, mounts: String) -> String? {
    for line in mounts.split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count > 2, words[2] == device, let hyphen = words.firstIndex(of: "-") else { continue }
      return words.dropFirst(hyphen + 1).first.map(String.init)
    }
    return nil
  }
}
