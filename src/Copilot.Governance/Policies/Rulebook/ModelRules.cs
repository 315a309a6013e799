using System.Collections.Frozen;
using Copilot.Contracts;
using Copilot.Governance.Masking;

namespace Copilot.Governance.Policies.Rulebook;

/// <summary>What a kind of model (in a cloud, or in the house) may read.</summary>
/// <param name="MayRead">The kinds of data whose text may go to it.</param>
/// <param name="Hidden">What is hidden in that text.</param>
internal sealed record ModelRules(FrozenSet<DataClass> MayRead, FrozenSet<MaskClass> Hidden);
