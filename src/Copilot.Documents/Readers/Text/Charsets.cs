using System.Text;

namespace Copilot.Documents.Readers.Text;

/// <summary>Finds encodings by the names that files and messages give them (the labels of the WHATWG Encoding Standard).</summary>
internal static class Charsets
{
    /// <summary>The code page of old Windows files.</summary>
    public static Encoding Windows1252 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>The code page of old ZIP tools.</summary>
    public static Encoding Dos437 { get; } = CodePagesEncodingProvider.Instance.GetEncoding(437)!;

    /// <summary>Finds an encoding.</summary>
    /// <param name="name">The name as the file gives it, for example <c>iso-8859-15</c>.</param>
    /// <returns>The encoding, or null when the name is not known or not safe (UTF-7 can spell markup in plain letters).</returns>
    public static Encoding? Find(string? name)
    {
        var label = name?.Trim().Trim('"', '\'').ToLowerInvariant();
        switch (label)
        {
            case null or "" or "utf-7" or "unicode-1-1-utf-7" or "x-user-defined":
                return null;
            case "utf8" or "utf-8" or "unicode-1-1-utf-8" or "x-unicode20utf8":
                return Encoding.UTF8;

            // ASCII and Latin-1 are written by programs that mean Windows-1252.
            case "us-ascii" or "ascii" or "ansi_x3.4-1968" or "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "l1" or "windows-1252" or "cp1252" or "cp-1252" or "x-cp1252":
                return Windows1252;
            case "utf-16" or "utf-16le" or "unicode" or "ucs-2":
                return Encoding.Unicode;
            case "utf-16be":
                return Encoding.BigEndianUnicode;
            case "iso-8859-8-i":
                label = "iso-8859-8";
                break;
            case "ks_c_5601-1987" or "euc-kr":
                return CodePagesEncodingProvider.Instance.GetEncoding(949);
            case "gb2312" or "gbk" or "x-gbk":
                return CodePagesEncodingProvider.Instance.GetEncoding(936);
            case "shift_jis" or "shift-jis" or "sjis" or "x-sjis":
                return CodePagesEncodingProvider.Instance.GetEncoding(932);
        }

        if (label.StartsWith("cp", StringComparison.Ordinal) && int.TryParse(label[2..].TrimStart('-', '_'), out var page))
        {
            return Safe(() => CodePagesEncodingProvider.Instance.GetEncoding(page));
        }

        return Safe(() => CodePagesEncodingProvider.Instance.GetEncoding(label));
    }

    private static Encoding? Safe(Func<Encoding?> find)
    {
        try
        {
            return find();
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }
}
