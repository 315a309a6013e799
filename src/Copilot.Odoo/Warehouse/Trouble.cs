using Copilot.Odoo.Client;

namespace Copilot.Odoo.Warehouse;

/// <summary>What an activity on a transfer or order reports.</summary>
internal enum TroubleKind
{
    /// <summary>A pick failed.</summary>
    FailedPick,

    /// <summary>A document is missing.</summary>
    MissingDocument,
}

/// <summary>Trouble someone noted on a transfer or an order.</summary>
internal sealed record Trouble(OdooRow Row, TroubleKind Kind, string Summary, string Model, int RecordId);
