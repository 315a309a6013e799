using System.Runtime.CompilerServices;
using Copilot.Contracts;
using Copilot.Governance.Masking.Persons;
using Copilot.Governance.Policies.Rulebook;

namespace Copilot.Governance.Masking;

/// <summary>Opens masks by the rules of the policies file.</summary>
internal sealed class ModelMasking(PolicyFile policies, MaskKey key) : IMasking
{
    private readonly NameLetters letters = new();

    // A snapshot of names lives for minutes and is asked about in every turn.
    private readonly ConditionalWeakTable<EntityNames, PersonIndex> indexes = [];

    public IMask Open(TurnRequest request, ChatModel model, EntityNames names)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(names);
        var rules = policies.For(model);
        var persons = rules.Hidden.Contains(MaskClass.Person) ? new PersonFinder(indexes.GetValue(names, n => new PersonIndex(n, letters)), letters) : null;
        return new Mask(request, rules, policies, key, persons);
    }
}
