using System.Globalization;
using System.Net;
using Copilot.Documents.Layout;

namespace Copilot.Documents.Pdf;

/// <summary>Puts the pages of <c>pdftotext -bbox-layout</c> together, tag by tag.</summary>
/// <param name="first">The number of the first page.</param>
internal sealed class BoxPages(int first)
{
    private int _number = first;
    private int _line;
    private int _dropped;
    private float _width;
    private float _height;
    private List<PlacedWord> _words = [];
    private bool _ended;

    /// <summary>Gets a value indicating whether the output has come to its end.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>Takes the next tag, with the word behind it.</summary>
    /// <param name="text">What has been read and not taken.</param>
    /// <param name="taken">How much of it was taken.</param>
    /// <returns>False when more has to be read first.</returns>
    public bool Take(ReadOnlySpan<char> text, out int taken)
    {
        taken = 0;
        var open = text.IndexOf('<');
        var length = open < 0 ? -1 : text[open..].IndexOf('>');
        if (length < 0)
        {
            return false;
        }

        var tag = text.Slice(open + 1, length - 1);
        var end = open + length + 1;
        if (tag.StartsWith("word "))
        {
            var word = text[end..].IndexOf('<');
            if (word < 0)
            {
                return false;
            }

            Word(tag, text.Slice(end, word));
            end += word;
        }
        else if (tag is "line" || tag.StartsWith("line "))
        {
            _line++;
        }
        else if (tag.StartsWith("page "))
        {
            (_words, _dropped, _width, _height) = ([], 0, Number(tag, " width=\""), Number(tag, " height=\""));
            _ended = tag[^1] == '/';
        }
        else if (tag is "/page")
        {
            _ended = true;
        }
        else if (tag is "/html")
        {
            IsWhole = true;
        }

        taken = end;
        return true;
    }

    /// <summary>Gets the page whose end was taken last, once.</summary>
    public PlacedPage? Ended()
    {
        if (!_ended)
        {
            return null;
        }

        _ended = false;
        return new(_number++, _width, _height, _words)
        {
            Notes = _dropped == 0 ? [] : [string.Create(CultureInfo.InvariantCulture, $"page {_number - 1} holds {BoxText.MostWords + _dropped} words; those after the first {BoxText.MostWords} were left out")],
        };
    }

    private static float Number(ReadOnlySpan<char> tag, ReadOnlySpan<char> name)
    {
        var start = tag.IndexOf(name);
        if (start < 0)
        {
            return float.NaN;
        }

        var value = tag[(start + name.Length)..];
        var end = value.IndexOf('"');
        return end >= 0 && float.TryParse(value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : float.NaN;
    }

    private void Word(ReadOnlySpan<char> tag, ReadOnlySpan<char> text)
    {
        if (tag[^1] == '/')
        {
            return;
        }

        if (_words.Count >= BoxText.MostWords)
        {
            _dropped++;
            return;
        }

        var (x0, y0, x1, y1) = (Number(tag, " xMin=\""), Number(tag, " yMin=\""), Number(tag, " xMax=\""), Number(tag, " yMax=\""));
        var plain = text.Contains('&') ? WebUtility.HtmlDecode(text.ToString()) : text.ToString();
        if (WordCleaning.Clean(plain) is { Length: > 0 } word && float.IsFinite(x0 + y0 + x1 + y1))
        {
            _words.Add(new(word, Math.Min(x0, x1), Math.Min(y0, y1), Math.Max(x0, x1), Math.Max(y0, y1), _line));
        }
    }
}
