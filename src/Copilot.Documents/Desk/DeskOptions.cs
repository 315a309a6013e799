namespace Copilot.Documents.Desk;

/// <summary>How the reading desk works: the keys <c>Copilot:Desk:…</c>. Checked when the program starts.</summary>
public sealed class DeskOptions
{
    /// <summary>Gets or sets the folder that is watched for documents and e-mails, <c>.eml</c>. Empty (the default): none is watched.</summary>
    public string Folder { get; set; } = string.Empty;

    /// <summary>Gets or sets the company that documents of the folder are for, Odoo's id (default 1; 1 to 1,000,000).</summary>
    public int Company { get; set; } = 1;

    /// <summary>Gets or sets how often the folder is looked at, in seconds (default 15; 1 to 3600).</summary>
    public int FolderSeconds { get; set; } = 15;

    /// <summary>Gets or sets the largest document that is taken, in megabytes (default 50; 1 to 256).</summary>
    public int LargestMegabytes { get; set; } = 50;

    /// <summary>Gets or sets how often it is tried to read a document when the trouble may pass (default 4; 1 to 20).</summary>
    public int Attempts { get; set; } = 4;

    /// <summary>Gets or sets how long a confirmed document is kept with its file, in days (default 3650; 1 to 36500). Too short: tax law asks for it in vain.</summary>
    public int KeepDays { get; set; } = 3650;

    /// <summary>Gets or sets how long a document is kept that was rejected or could not be read, in days (default 90; 1 to 36500).</summary>
    public int RejectedKeepDays { get; set; } = 90;

    internal long LargestBytes => (long)LargestMegabytes << 20;

    /// <summary>How long to wait before the next try: 1 minute, then four times as long each time.</summary>
    internal static TimeSpan PauseAfter(int attempts) => TimeSpan.FromMinutes(Math.Pow(4, Math.Clamp(attempts - 1, 0, 6)));
}
