namespace Copilot.Sandbox.Schema;

/// <summary>What a field promises to its readers and writers.</summary>
[Flags]
internal enum FieldFlags
{
    None = 0,

    /// <summary>A record without a value is refused.</summary>
    Required = 1,

    /// <summary>Read-only in the client; the protocol may still write it, as with Odoo.</summary>
    ReadOnly = 2,

    /// <summary>Computed on reading: told by <c>fields_get</c> as <c>store: false</c>.</summary>
    NotStored = 4,

    /// <summary>Exact searches on the text are answered from an index.</summary>
    Indexed = 8,

    /// <summary>Left out of <c>fields_get</c> and of reads without a field list; reads as an empty text.</summary>
    Secret = 16,
}
