namespace Copilot.Odoo;

/// <summary>How Odoo is reached: the keys <c>Copilot:Odoo:…</c>. Checked when the program starts.</summary>
public sealed class OdooOptions
{
    /// <summary>
    /// Gets or sets Odoo's address, <c>http://</c> or <c>https://</c>, with a path when a proxy adds one, without login.
    /// Empty: <see cref="Embedded"/> says where. A wrong address makes every question about the business fail.
    /// </summary>
    public string Url { get; set; } = string.Empty;

    /// <summary>
    /// Gets or sets the address people open records at, when it differs from <see cref="Url"/> (a service name inside a
    /// cluster, for example). Empty: <see cref="Url"/>.
    /// </summary>
    public string PublicUrl { get; set; } = string.Empty;

    /// <summary>Gets or sets the database (default <c>distributor</c>). A wrong name: no login succeeds.</summary>
    public string Database { get; set; } = "distributor";

    /// <summary>Gets or sets the API to speak (default <see cref="OdooApi.Auto"/>).</summary>
    public OdooApi Api { get; set; } = OdooApi.Auto;

    /// <summary>Gets or sets how long a connection may take to open (default 5 seconds; 0.1 seconds to 1 minute).</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Gets or sets how long one read may take, waiting for a free connection included (default 20 seconds; 1 second to
    /// 5 minutes). Too short: heavy reports fail. Too long: people wait for an answer that does not come.
    /// </summary>
    public TimeSpan ReadTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Gets or sets how long a call that changes something may take (default 60 seconds; 1 second to 10 minutes). Such a
    /// call is never repeated, so what a timeout leaves behind has to be looked at by a person: keep it long.
    /// </summary>
    public TimeSpan WriteTimeout { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>
    /// Gets or sets how often a read is tried again after the server could not be reached (default 2; 0 to 5).
    /// Calls that change something are never tried again.
    /// </summary>
    public int ReadRetries { get; set; } = 2;

    /// <summary>
    /// Gets or sets how many calls run at the same time (default 8; 1 to 64). More than Odoo has workers or database
    /// connections for slows everybody down.
    /// </summary>
    public int Concurrency { get; set; } = 8;

    /// <summary>Gets or sets the longest answer that is read, in megabytes (default 32; 1 to 256). A longer one fails.</summary>
    public int AnswerMegabytes { get; set; } = 32;

    /// <summary>
    /// Gets or sets how long fields, rights and companies of an account are remembered (default 15 minutes; 0 to 1 day).
    /// Odoo checks rights in every call all the same: this only decides how late a new field is noticed.
    /// </summary>
    public TimeSpan SchemaLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Gets or sets the address of the embedded server, asked when <see cref="Url"/> is empty and the first call is made.
    /// Set by the program, not by configuration.
    /// </summary>
    public Func<CancellationToken, ValueTask<Uri>>? Embedded { get; set; }
}
