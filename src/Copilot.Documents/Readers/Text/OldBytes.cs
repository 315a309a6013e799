using System.Text;

namespace Copilot.Documents.Readers.Text;

/// <summary>Reads bytes that are not UTF-8 as Windows-1252, so that a text with a few old lines, or wholly in the old code page, keeps all its letters. Holds for one text; tells whether it was needed.</summary>
internal sealed class OldBytes : DecoderFallback
{
    /// <summary>What people are told when it was needed.</summary>
    public const string Note = "not UTF-8: read as Windows-1252; save it as UTF-8 if accents look wrong";

    /// <summary>Gets how many bytes were not UTF-8.</summary>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public override int MaxCharCount => 4;

    /// <summary>Gets UTF-8 with this fallback.</summary>
    public Encoding Utf8 => Encoding.GetEncoding("utf-8", EncoderFallback.ReplacementFallback, this);

    /// <inheritdoc/>
    public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer(this);

    private sealed class Buffer(OldBytes owner) : DecoderFallbackBuffer
    {
        private string _text = string.Empty;
        private int _at;

        public override int Remaining => _text.Length - _at;

        public override bool Fallback(byte[] bytesUnknown, int index)
        {
            owner.Count += bytesUnknown.Length;
            _text = Charsets.Windows1252.GetString(bytesUnknown);
            _at = 0;
            return _text.Length > 0;
        }

        public override char GetNextChar() => _at < _text.Length ? _text[_at++] : '\0';

        public override bool MovePrevious()
        {
            if (_at == 0)
            {
                return false;
            }

            _at--;
            return true;
        }

        public override void Reset() => (_text, _at) = (string.Empty, 0);
    }
}
