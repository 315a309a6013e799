namespace Copilot.Host.Storage;

/// <summary>What a house opens its store for.</summary>
internal enum StoreUse
{
    /// <summary>To work with it.</summary>
    Normal,

    /// <summary>To read it while it moves elsewhere: nothing in it changes, its tables included.</summary>
    MoveFrom,

    /// <summary>To receive what moves: a store that holds half a move may be opened.</summary>
    MoveInto,
}
