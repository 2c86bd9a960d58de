using Disclosure.Core.Common;

namespace Disclosure.Core.Bureau;

/// <summary>Neither a system nor a security administrator.</summary>
public sealed record NotAnAdministrator() : Problem("此操作只能由系统管理员或安全管理员办理，您当前没有这项职责。");

/// <summary>One request at a time.</summary>
public sealed record ResetAskedAlready(string By) : Problem($"“{By}”已申请重置该账号的密码，请等另一名管理员放行，或者先撤回。");

/// <summary>Whoever asks does not release.</summary>
public sealed record ResetOfOwnAsking() : Problem("申请人不能自己放行，请由另一名系统管理员或安全管理员放行。");

/// <summary>Nobody releases the reset of their own password.</summary>
public sealed record ResetOfOwnPassword() : Problem("不能放行本人账号的密码重置，请由另一名管理员放行。");

/// <summary>Released, withdrawn or expired.</summary>
public sealed record ResetIsOver() : Problem("该申请已放行、已撤回或已超过 72 小时，请重新申请。");

/// <summary>There is no second administrator.</summary>
public sealed record NobodyToRelease()
    : Problem(
        "除您和本人外，没有能放行的系统管理员或安全管理员；请先增加一名管理员，管理员本人忘记密码的由服务器管理人员用 recover-admin "
            + "命令恢复。"
    );

/// <summary>Wrong passwords in a row within a session; signing in and everything else go on.</summary>
/// <param name="Until">UTC moment from which the password is taken again.</param>
public sealed record ConfirmationLocked(DateTime Until)
    : Problem(
        $"本人密码连续输错 {Passwords.MostFailures} 次，{BureauTime.Local(Until):HH:mm} 以后才能再用密码签署或修改密码，其他操作不受影响。"
    )
{
    /// <inheritdoc/>
    public override string Field => "Password";
}

/// <summary>The password given again was wrong.</summary>
/// <param name="Undone">What was not done.</param>
public sealed record PasswordWrong(string Undone = "没有签署") : Problem($"密码不正确，{Undone}。")
{
    /// <inheritdoc/>
    public override string Field => "Password";
}

/// <summary>The verb recovers administrators only.</summary>
public sealed record NoSuchAdministrator(string SignInName)
    : Problem($"没有登录名为“{SignInName}”的在任管理员；本命令只恢复系统、安全、审计管理员的账号，一个也没有时请用 create-admin 建立。");

/// <summary>Two people of one name cannot be told apart on paper.</summary>
public sealed record NameTaken(string Name) : EntryProblem("Name", $"已有姓名为“{Name}”的账号；签署按姓名留存，请加上单位或其他字样区分。");
