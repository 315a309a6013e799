namespace Copilot.Forecasting.Engine;

/// <summary>What the models would have said at an earlier day, and what came.</summary>
/// <param name="Origin">How many values were known.</param>
/// <param name="Members">The forecasts, one row a model.</param>
/// <param name="Reference">The forecast of the naive reference.</param>
/// <param name="Actual">What came.</param>
internal sealed record Trial(int Origin, double[][] Members, double[] Reference, double[] Actual);
