namespace Copilot.Documents.Desk;

/// <summary>Which way a document came.</summary>
public enum DeskSource
{
    /// <summary>A person laid it on the desk.</summary>
    Upload,

    /// <summary>It lay in the watched folder.</summary>
    Folder,

    /// <summary>It was attached to an e-mail.</summary>
    Mail,
}
