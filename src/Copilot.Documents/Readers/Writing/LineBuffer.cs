namespace Copilot.Documents.Readers.Writing;

/// <summary>Lines that wait to be written, in one piece of memory: a table of millions of rows makes no text of its own for each.</summary>
internal sealed class LineBuffer
{
    private readonly List<int> _starts = [];
    private char[] _chars = new char[1024];

    /// <summary>Gets the number of characters, line breaks between the lines included.</summary>
    public int Length { get; private set; }

    /// <summary>Gets the offsets at which the lines start.</summary>
    public IReadOnlyList<int> Starts => _starts;

    /// <summary>Gets the lines with line breaks between them.</summary>
    public ReadOnlySpan<char> Text => _chars.AsSpan(0, Length);

    /// <summary>Adds a line, which is clean and has no line breaks.</summary>
    public void Add(ReadOnlySpan<char> line)
    {
        if (_chars.Length - Length < line.Length + 1)
        {
            Array.Resize(ref _chars, Math.Max(_chars.Length * 2, Length + line.Length + 1));
        }

        if (_starts.Count > 0)
        {
            _chars[Length++] = '\n';
        }

        _starts.Add(Length);
        line.CopyTo(_chars.AsSpan(Length));
        Length += line.Length;
    }

    /// <summary>Forgets the lines.</summary>
    public void Clear()
    {
        _starts.Clear();
        Length = 0;
    }
}
