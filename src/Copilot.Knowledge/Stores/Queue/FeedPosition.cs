namespace Copilot.Knowledge.Stores;

/// <summary>How far a feed has been followed.</summary>
/// <param name="Feed">The feed and the collection it goes to.</param>
/// <param name="Mark">Its own mark.</param>
internal sealed record FeedPosition(string Feed, string Mark);
