namespace Copilot.Testing.Odoo.Faults;

/// <summary>What a <see cref="TroubledDoor"/> does with one request.</summary>
public enum DoorTrouble
{
    /// <summary>Passes it on and gives the answer.</summary>
    None,

    /// <summary>Resets the line; the server never hears of it.</summary>
    Reset,

    /// <summary>Passes it on and resets the line in the middle of the answer.</summary>
    CutAnswer,

    /// <summary>Passes it on and resets the line before the answer.</summary>
    LostAnswer,

    /// <summary>Answers with a page for people; the server never hears of it.</summary>
    Html,

    /// <summary>Answers as a proxy does whose server is gone.</summary>
    BadGateway,

    /// <summary>Says nothing until the caller gives up; the server never hears of it.</summary>
    Silence,

    /// <summary>Passes it on, then says nothing until the caller gives up.</summary>
    SilenceAfter,

    /// <summary>Passes it on with a secret that is no longer the account's.</summary>
    Revoked,

    /// <summary>Stops to listen, as a server that is being started again, and resets the line.</summary>
    Restart,
}
