using Copilot.Contracts;

namespace Copilot.Forecasting.Accuracy;

/// <summary>A product and how good forecasts of it were.</summary>
/// <param name="Code">Its internal reference.</param>
/// <param name="Name">Its name.</param>
/// <param name="Category">Its category.</param>
/// <param name="Class">How its demand comes; null where that is not known.</param>
/// <param name="Figures">How good the forecasts were.</param>
internal sealed record CheckedProduct(string Code, string? Name, string Category, DemandClass? Class, PastForecasts Figures);
