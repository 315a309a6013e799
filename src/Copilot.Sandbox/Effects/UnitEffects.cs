using Copilot.Sandbox.Orm;

namespace Copilot.Sandbox.Effects;

/// <summary>Units that the system works with stay.</summary>
internal sealed class UnitEffects : RecordEffects
{
    public override void Leaving(Record record)
        => throw Fault.User($"The following units of measure are used by the system and cannot be deleted: {record.Name}\nYou can archive them instead.");
}
