namespace Copilot.Sandbox.Rights;

/// <summary>What a group may do with the records of a model.</summary>
[Flags]
internal enum Operations
{
    None = 0,
    Read = 1,
    Write = 2,
    Create = 4,
    Unlink = 8,
    Change = Read | Write | Create,
    Everything = Change | Unlink,
}
