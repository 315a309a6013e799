using Copilot.Contracts;

namespace Copilot.Forecasting.Unusual;

/// <summary>A figure that stands out.</summary>
/// <param name="Figure">The figure.</param>
/// <param name="Usual">What is usual for its group at that time of the year.</param>
/// <param name="Compared">How many earlier figures of the group it was compared with.</param>
/// <param name="OneIn">Of so many usual figures of the kind, one is as far from its usual.</param>
internal sealed record UnusualFigure(Observed Figure, double Usual, int Compared, int OneIn);
