using System.Text.Json;

namespace Copilot.Benchmarks.Bare;

/// <summary>The least that anybody must do who wants the values of a JSON answer: one pass over the bytes, each text a string, each number a decimal, kept by kind. No rows, no names.</summary>
internal sealed class BareValues
{
    private readonly List<string> _texts = [];
    private readonly List<decimal> _numbers = [];

    private BareValues()
    {
    }

    public int Count => _texts.Count + _numbers.Count;

    public static BareValues Read(byte[] body)
    {
        var values = new BareValues();
        var reader = new Utf8JsonReader(body);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                values._texts.Add(reader.GetString()!);
            }
            else if (reader.TokenType == JsonTokenType.Number)
            {
                values._numbers.Add(reader.GetDecimal());
            }
        }

        return values;
    }
}
