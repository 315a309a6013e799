using System.Text;

namespace Copilot.Governance.Screening;

/// <summary>A text that is being screened: what was let through so far, and the brackets that are open in it.</summary>
internal sealed class Screened(int size)
{
    private readonly StringBuilder text = new(size + 16);
    private readonly Stack<Opener> openers = new();
    private readonly List<int> gone = [];

    /// <summary>Adds a sign.</summary>
    /// <returns>1, the signs that were read.</returns>
    public int Add(char sign)
    {
        text.Append(sign);
        return 1;
    }

    public void Add(ReadOnlySpan<char> signs) => text.Append(signs);

    /// <summary>Adds an opening bracket.</summary>
    /// <returns>1, the signs that were read.</returns>
    public int Open(bool isImage)
    {
        openers.Push(new Opener(text.Length, isImage && text.Length > 0 && text[^1] == '!'));
        text.Append('[');
        return 1;
    }

    /// <summary>The bracket that the next closing one belongs to, or null.</summary>
    public Opener? Close() => openers.TryPop(out var opener) ? opener : null;

    /// <summary>Takes an opening bracket out again, with the sign that makes it an image.</summary>
    public void Remove(Opener opener)
    {
        gone.Add(opener.At);
        if (opener.IsImage)
        {
            gone.Add(opener.At - 1);
        }
    }

    public override string ToString()
    {
        if (gone.Count == 0)
        {
            return text.ToString();
        }

        gone.Sort();
        var whole = new StringBuilder(text.Length);
        var at = 0;
        foreach (var place in gone)
        {
            whole.Append(text, at, place - at);
            at = place + 1;
        }

        return whole.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>An opening bracket.</summary>
    /// <param name="At">Where it stands in what was let through.</param>
    /// <param name="IsImage">Whether a sign before it makes it an image.</param>
    internal readonly record struct Opener(int At, bool IsImage);
}
