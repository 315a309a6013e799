namespace Copilot.Sandbox.Demo.Service.Letters;

/// <summary>A letter that somebody sent: what stands on its page, in order.</summary>
/// <param name="Sender">Whose letter it is, for its head.</param>
/// <param name="Date">Its date, as it is written.</param>
/// <param name="Subject">Its subject line.</param>
/// <param name="Paragraphs">Its text; one that begins with <c># </c> is a heading.</param>
internal sealed record Letter(string Sender, string Date, string Subject, IReadOnlyList<string> Paragraphs)
{
    /// <summary>Gets the cells of a table under the text, the header's first; none when there is no table.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Table { get; init; } = [];

    /// <summary>Gets its text without a layout, as Odoo keeps it for its own search.</summary>
    public string Plain => string.Join('\n', [Sender, Date, Subject, .. Paragraphs.Select(p => p.TrimStart('#', ' ')), .. Table.Select(row => string.Join(' ', row))]);
}
