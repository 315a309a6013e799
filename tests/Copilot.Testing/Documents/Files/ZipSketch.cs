using System.IO.Compression;
using System.Text;

namespace Copilot.Testing.Documents.Files;

/// <summary>Makes ZIP files, good and hostile ones.</summary>
public static class ZipSketch
{
    /// <summary>Packs members of text.</summary>
    public static byte[] Of(params (string Name, string Text)[] members) => Of([.. members.Select(m => (m.Name, Encoding.UTF8.GetBytes(m.Text)))]);

    /// <summary>Packs members.</summary>
    public static byte[] Of(IReadOnlyList<(string Name, byte[] Bytes)> members)
    {
        ArgumentNullException.ThrowIfNull(members);
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in members)
            {
                using var to = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                to.Write(bytes);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Packs a member of zeros of any size, written piece by piece.</summary>
    public static byte[] Zeros(string name, long length)
    {
        var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var to = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
            var piece = new byte[1024 * 1024];
            for (var left = length; left > 0; left -= piece.Length)
            {
                to.Write(piece, 0, (int)Math.Min(left, piece.Length));
            }
        }

        return stream.ToArray();
    }

    /// <summary>Takes a ZIP file apart, changes each member, and packs it again.</summary>
    public static byte[] Changed(byte[] zip, Func<string, byte[], byte[]?> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        using var from = new ZipArchive(new MemoryStream(zip));
        var members = new List<(string, byte[])>();
        foreach (var entry in from.Entries)
        {
            using var content = entry.Open();
            var bytes = new MemoryStream();
            content.CopyTo(bytes);
            if (change(entry.FullName, bytes.ToArray()) is { } changed)
            {
                members.Add((entry.FullName, changed));
            }
        }

        return Of(members);
    }

    /// <summary>Packs an office file of raw parts: content types, the relation to the main part, and what is given.</summary>
    public static byte[] Package(string main, string type, params (string Name, string Text)[] parts)
        => Of([
            ("[Content_Types].xml", $"<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Default Extension='xml' ContentType='application/xml'/><Override PartName='/{main}' ContentType='application/vnd.openxmlformats-officedocument.{type}.main+xml'/></Types>"),
            ("_rels/.rels", $"<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='{main}'/></Relationships>"),
            .. parts,
        ]);
}
