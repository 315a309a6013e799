using System.Text.Json.Serialization;

namespace Copilot.Contracts;

/// <summary>Something that happened in a running turn. The last is always a <see cref="TurnFinished"/>.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(StatusUpdate), "status")]
[JsonDerivedType(typeof(TokenUpdate), "token")]
[JsonDerivedType(typeof(SourceUpdate), "source")]
[JsonDerivedType(typeof(CardUpdate), "card")]
[JsonDerivedType(typeof(ProposalUpdate), "proposal")]
[JsonDerivedType(typeof(TurnFinished), "turn")]
public abstract record TurnUpdate;
