using System.Text;
using System.Xml;

namespace Copilot.Documents.Readers.Office.Excel;

/// <summary>The texts that cells of a workbook share. Kept as UTF-8: in memory while there are few, in a file that removes itself when there are many.</summary>
internal sealed class SharedStrings : IDisposable
{
    private const long InMemory = 24 * 1024 * 1024;
    private readonly List<long> _ends = [];
    private Stream _store = new MemoryStream();
    private byte[] _buffer = new byte[4096];

    /// <summary>Reads the part; null for a workbook without one.</summary>
    /// <param name="reader">The part.</param>
    /// <param name="folder">Where the file may be made.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public SharedStrings(XmlReader? reader, string folder, CancellationToken cancellationToken)
    {
        if (reader is null)
        {
            return;
        }

        while (!reader.EOF)
        {
            if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "si")
            {
                reader.Read();
                continue;
            }

            Add(TextOf(OfficeNode.Read(reader)), folder);
            if ((_ends.Count & 0xFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    /// <summary>Gets a text; empty when there is none of that number.</summary>
    public string this[int at]
    {
        get
        {
            if (at < 0 || at >= _ends.Count)
            {
                return string.Empty;
            }

            var start = at == 0 ? 0 : _ends[at - 1];
            var length = (int)(_ends[at] - start);
            if (_store is MemoryStream memory)
            {
                return Encoding.UTF8.GetString(memory.GetBuffer(), (int)start, length);
            }

            Array.Resize(ref _buffer, Math.Max(_buffer.Length, length));
            _store.Position = start;
            _store.ReadExactly(_buffer, 0, length);
            return Encoding.UTF8.GetString(_buffer, 0, length);
        }
    }

    /// <summary>Gets the text of a string with runs, without the reading aids of East Asian writing.</summary>
    public static string TextOf(OfficeNode item)
    {
        if (item.Children is [{ Name: "t" } only])
        {
            return only.Text;
        }

        return string.Concat(item.Children.Where(c => c.Name is "t" or "r").Select(c => c.Name == "t" ? c.Text : c.Child("t")?.Text));
    }

    /// <inheritdoc/>
    public void Dispose() => _store.Dispose();

    private void Add(string text, string folder)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Array.Resize(ref _buffer, Math.Max(_buffer.Length, length));
        Encoding.UTF8.GetBytes(text, _buffer);
        if (_store is MemoryStream memory && memory.Length + length > InMemory)
        {
            Directory.CreateDirectory(folder);
            var file = new FileStream(Path.Combine(folder, "strings-" + Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 * 1024, FileOptions.DeleteOnClose | FileOptions.RandomAccess);
            memory.WriteTo(file);
            memory.Dispose();
            _store = file;
        }

        _store.Write(_buffer, 0, length);
        _ends.Add(_store.Position);
    }
}
