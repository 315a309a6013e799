namespace Copilot.Knowledge.Ingestion.Reading;

/// <summary>The code page of old Windows files: Latin-1 with typographic signs in 0x80–0x9F (the mapping of the WHATWG Encoding Standard).</summary>
internal static class Windows1252
{
    private const string Signs = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

    /// <summary>Decodes bytes; every byte has a character.</summary>
    public static string GetString(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[i] = bytes[i] is >= 0x80 and <= 0x9F ? Signs[bytes[i] - 0x80] : (char)bytes[i];
        }

        return new string(text);
    }
}
