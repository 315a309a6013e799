namespace Copilot.Knowledge.Stores.Postgres;

/// <summary>Whose turn a writing transaction waits for; there is one of each at a time over all nodes.</summary>
internal enum PostgresTurn
{
    /// <summary>It needs none.</summary>
    None,

    /// <summary>It changes what is found.</summary>
    Library,

    /// <summary>It changes what waits in the queue.</summary>
    Queue,
}
