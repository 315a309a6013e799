using System.Text.Json;
using Copilot.Contracts;

namespace Copilot.Odoo.Client;

/// <summary>
/// Odoo's external API with the caller's own identity. Models and fields are written in the words of Odoo 19;
/// <see cref="OdooDialect"/> translates for older servers and back.
/// </summary>
internal interface IOdooClient
{
    /// <summary>Searches and reads in one round trip (two when <see cref="OdooQuery.WithTotal"/> and the page is full).</summary>
    Task<OdooPage> SearchReadAsync(Caller caller, OdooQuery query, CancellationToken cancellationToken);

    /// <summary>Reads records by id; ids that do not exist are left out. One round trip per 2,000 ids.</summary>
    Task<IReadOnlyList<OdooRow>> ReadAsync(Caller caller, string model, IReadOnlyCollection<int> ids, IReadOnlyList<string> fields, CancellationToken cancellationToken);

    /// <summary>Counts the records the caller may see.</summary>
    Task<int> CountAsync(Caller caller, string model, OdooDomain domain, CancellationToken cancellationToken);

    /// <summary>Groups and aggregates on the server.</summary>
    Task<IReadOnlyList<OdooRow>> ReadGroupAsync(Caller caller, OdooGrouping grouping, CancellationToken cancellationToken);

    /// <summary>Says whether the caller may read the model at all; cached per account.</summary>
    Task<bool> MayReadAsync(Caller caller, string model, CancellationToken cancellationToken);

    /// <summary>Says whether the server has the model; cached.</summary>
    Task<bool> HasModelAsync(Caller caller, string model, CancellationToken cancellationToken);

    /// <summary>Calls any method. Null when the method returns None.</summary>
    Task<JsonElement?> CallAsync(Caller caller, OdooCall call, CancellationToken cancellationToken);

    /// <summary>The address a person opens a record at.</summary>
    string RecordUri(RecordRef record);
}
