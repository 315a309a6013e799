using System.Security.Cryptography;
using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Works out size, checksum and type of an attachment.</summary>
internal sealed class AttachmentEffects : RecordEffects
{
    public override void Starting(Session session, Dictionary<string, object?> values)
        => Suggest(values, "mimetype", (values.GetValueOrDefault("name") as string)?.Split('.')[^1].ToLowerInvariant() switch
        {
            "pdf" => "application/pdf",
            "txt" => "text/plain",
            "csv" => "text/csv",
            "xml" => "application/xml",
            "png" => "image/png",
            "jpg" or "jpeg" => "image/jpeg",
            _ => "application/octet-stream",
        });

    public override void Changed(Record record, IReadOnlySet<string> fields, bool isNew)
    {
        if (fields.Contains("datas") && record.Text("datas") is { } text && Decoded(text) is { } bytes)
        {
#pragma warning disable CA5350 // Odoo's checksum field is SHA-1; it protects nothing here.
            var checksum = Convert.ToHexStringLower(SHA1.HashData(bytes));
#pragma warning restore CA5350
            record.Set("file_size", bytes.Length);
            record.Set("checksum", checksum);
            record.Set("store_fname", $"{checksum[..2]}/{checksum}");
        }
    }

    private static byte[]? Decoded(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var count) ? bytes[..count] : throw Fault.Value("Incorrect padding");
    }
}
