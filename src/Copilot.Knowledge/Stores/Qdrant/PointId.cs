using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Copilot.Knowledge.Stores.Qdrant;

/// <summary>Ids of points: the same passage always has the same, so that writing it twice leaves one.</summary>
internal static class PointId
{
    // A namespace of this program, drawn once.
    private static readonly Guid Namespace = new("6b1f3c52-0a64-4f0e-9f0c-5b0f6c7f7d11");

    /// <summary>Gets the id of a passage: a UUID of version 5 (RFC 9562) over the store's name and the passage's key.</summary>
    public static Guid Of(string store, long key)
    {
        Span<byte> name = stackalloc byte[16 + 64];
        Namespace.TryWriteBytes(name, bigEndian: true, out _);
        var length = 16 + Encoding.ASCII.GetBytes(store, name[16..]);
        BinaryPrimitives.WriteInt64BigEndian(name[length..], key);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // Version 5 is made so; nothing is kept secret or signed by it.
        SHA1.HashData(name[..(length + 8)], hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
