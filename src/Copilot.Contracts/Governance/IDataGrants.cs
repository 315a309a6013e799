namespace Copilot.Contracts;

/// <summary>Says which kinds of data a person may be shown at all, by the policies. Implemented by Governance; asked where something is shown that no tool call was permitted for.</summary>
public interface IDataGrants
{
    /// <summary>Says whether a person may see a kind of data.</summary>
    /// <param name="caller">The person.</param>
    /// <param name="data">The kind of data.</param>
    /// <returns>True when one of the person's roles is granted it.</returns>
    bool MaySee(Caller caller, DataClass data);
}
