using Copilot.Contracts;

namespace Copilot.Testing.Tools;

/// <summary>Every kind of data may be seen by everyone: only the server's own rights remain.</summary>
public sealed class AllGrants : IDataGrants
{
    /// <inheritdoc/>
    public bool MaySee(Caller caller, DataClass data) => true;
}
