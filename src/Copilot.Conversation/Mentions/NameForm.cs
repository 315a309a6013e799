namespace Copilot.Conversation.Mentions;

/// <summary>One way to write the name of an entity, cut into words.</summary>
/// <param name="Entity">The entity's place in the snapshot.</param>
/// <param name="Words">Ids of its words, in order.</param>
/// <param name="Weight">The sum of the words' weights.</param>
/// <param name="IsCode">Whether it is a code rather than a name.</param>
/// <param name="Strength">1, or less for an alias that says little, such as a customer's city.</param>
internal sealed record NameForm(int Entity, int[] Words, double Weight, bool IsCode, double Strength);
