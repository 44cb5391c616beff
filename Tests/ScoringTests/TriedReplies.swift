/// Talks with the verdict a trainer gives, written apart from the kinds they try.
///
/// One a line: kind, verdict, turns. Where the kind is known to say otherwise, its verdict stands after a slash. A turn opens with who speaks: C the customer, B a bot before the talk,
/// T the trainee (with a channel: `T@email`), A an act at the desk.
enum TriedReplies {
  static let resolutionAndUnderstanding = #"""
    restates-issue ; met ; C: hi, my washing machine leaks since the engineer came ; T: ok so the machine has been leaking ever since our engineer was round, got it.
    restates-issue ; met ; C: I ordered size 8 boots and you sent size 6. ; T@email: Dear Tom, you were sent boots in a six rather than the eight you ordered. I will post the right pair today.
    restates-issue ; met ; C: My flight to Porto got cancelled and nobody told me. ; T@phone: I hear you. Your flight was cancelled and no one let you know.
    restates-issue ; met ; C: Can I change the name on my booking? ; T: Sure, let's change the name on that booking.
    restates-issue ; met ; C: my broadband drops every evening around 8 ; T@sms: Broadband cutting out at night, that's no good. Testing ur line now.
    restates-issue ; met ; C: The sofa you delivered has a tear in the left cushion. ; T: Sorry about the torn cushion on your new sofa, that's not how it should reach you.
    restates-issue ; met ; C: I was billed twice for May. ; T: I can see two payments for May were taken, so you were charged double.
    restates-issue ; met ; C: my acount is locked and i cant get in ; T: You're locked out of your account, I'll sort that now.
    restates-issue ; missed ; C: my broadband drops every evening around 8 ; T: Thanks for contacting us. We are sorry for the inconvenience caused and value your feedback.
    restates-issue ; missed ; C: The sofa you delivered has a tear in the left cushion. ; T: I do apologise for the issue you are experiencing.
    restates-issue ; missed ; C: I was billed twice for May. ; T: ok
    restates-issue ; partly ; C: My flight to Porto got cancelled and nobody told me. ; T: Let me have a look at your flight.
    restates-issue ; partly ; C: I ordered size 8 boots and you sent size 6. ; T: Please send me a photo of the boots.
    restates-issue ; notApplicable ; C: hello, anyone? ; T: Hi there, I'm Priya.
    root-cause ; met ; C: My parcel never came. ; T: The courier tried an old address, which is why it went back to the depot. I'm sending it out again today.
    root-cause ; met ; C: I was billed twice for May. ; T: It looks like the page was submitted twice, so two payments went through. I'll refund one now.
    root-cause ; met ; C: my broadband drops every evening ; T: Does it drop on all your devices or just the laptop?
    root-cause ; met ; C: The heating is cold again. ; T@phone: I'd like to get to the bottom of this. What does the display say?
    root-cause ; met ; C: You sent the wrong size. ; T: Our packer picked the wrong box, that's on us. The right size leaves today.
    root-cause ; met ; C: My card was declined. ; T@email: Your card ran out at the end of April, and that is the reason the payment did not go through.
    root-cause ; met ; C: My order is late. ; T: I'll check with the warehouse what happened to it.
    root-cause ; missed ; C: My order is late. ; T: I'm so sorry. I'll send a new one right away.
    root-cause ; missed ; C: You sent the wrong size. ; T: Unfortunately we can't exchange it because it's past 30 days.
    root-cause ; missed ; C: My card was declined. ; T: Please try another card.
    root-cause ; missed ; C: The heating is cold again. ; T: I know it's annoying because it is winter.
    root-cause ; missed ; C: My parcel never came. ; T: No idea why that happened, sorry.
    root-cause ; notApplicable ; C: Do you ship to Norway? ; T: Yes, we ship to Norway within a week.
    uses-history ; met ; B: Please describe your problem. ; C: I already told the bot, my oven trips the fuse. ; T: I've got the chat with the bot here: the oven trips the fuse.
    uses-history ; met ; C: This is the third time I'm writing about my invoice. ; T@email: I have gone through your two earlier emails about the invoice, and I am sorry nobody answered.
    uses-history ; met ; C: I spoke to someone on Monday, they said I'd get a callback. ; T@phone: I can see my colleague promised you a call back on Monday and it never came.
    uses-history ; met ; C: I rang last week about the damp. ; T: Since your call last week, has the damp got worse?
    uses-history ; met ; B: Order B-771 found, two lamps. Passing you to a person. ; C: good ; T: Hi, I'm Jo. I've B-771 in front of me, the two lamps.
    uses-history ; missed ; B: Order B-771 found, two lamps. Passing you to a person. ; C: my lamps flicker ; T: Hi, what seems to be the problem?
    uses-history ; missed ; C: This is the third time I'm writing about my invoice. ; T: Hello, how may I assist you?
    uses-history ; missed ; C: I spoke to someone on Monday, they said I'd get a callback. ; T: Can you explain the issue from the beginning please?
    uses-history ; partly ; C: I rang last week about the damp, it is still wet. ; T: I am sorry the wall is wet. I will book a surveyor for tomorrow morning.
    uses-history ; notApplicable ; C: Do you sell lamps? ; T: Yes, we do.
    next-issue ; met ; C: I want to cancel. ; T: I've cancelled it from today. One last bill will still come on the 3rd, you can ignore it.
    next-issue ; met ; C: my broadband drops ; T: I have reset the line. The router's light may blink for ten minutes, just leave it on and it settles by itself.
    next-issue ; met ; C: My parcel is late. ; T: I've opened a trace. Should it not be found by Thursday, I'll send you another one without you having to ask.
    next-issue ; met ; C: My card was stolen. ; T@phone: I have blocked the card. Any subscriptions on it will stop, so please give those companies the new number.
    next-issue ; met ; C: Refund please. ; T@sms: Refunded £12. Bank takes 3-5 days. Not there by Mon? Text me.
    next-issue ; partly ; C: Refund please. ; T: I've refunded you. It usually takes three to five days to show up in your account.
    next-issue ; partly ; C: I want to cancel. ; T@email: I have cancelled your plan. You will receive a confirmation email shortly.
    next-issue ; missed ; C: Refund please. ; T: I have refunded it. Anything else?
    next-issue ; missed ; C: My parcel is late. ; T: I will call the depot today. Don't hesitate to contact us if you need anything.
    next-issue ; notApplicable ; C: Refund please. ; T: Which order is it?
    complete-answer ; met/partly ; C: Is my order on its way, and can I still add socks? ; T: It left this morning, so it's too late to add the socks, sorry.
    complete-answer ; met ; C: How long does the repair take and do I get a loan phone? ; T@email: The repair takes eight working days. Yes, we lend you a phone for that time.
    complete-answer ; met ; C: What's the opening time on Sunday? ; T: We open at 10.
    complete-answer ; met ; C: can u send me the invoice again pls ; T@chat: sure, sending it to you now
    complete-answer ; met ; C: Why was I charged £5? ; T: The £5 is a late fee because the June payment came after the 15th.
    complete-answer ; met ; C: How do I reset the box? ; T: Hold the small button at the back for ten seconds.
    complete-answer ; met ; C: Does it come in green? ; T: Only in blue and grey, I'm afraid.
    complete-answer ; met ; C: I want to speak to a manager. ; T: I'll put you through to my manager now.
    complete-answer ; missed ; C: Why was I charged £5? ; T: I am sorry about that. Thank you for flagging it.
    complete-answer ; missed ; C: When is the engineer coming? ; T: Your engineer is one of our best, don't worry.
    complete-answer ; missed ; C: How do I reset the box? ; T: I understand you'd like to reset the box.
    complete-answer ; partly ; C: How long does the repair take and do I get a loan phone? ; T: It takes about eight days.
    complete-answer ; partly ; C: Please cancel my order. Also, what is your returns address? ; T: I have cancelled the order for you.
    complete-answer ; notApplicable ; C: My parcel never came and I am furious. ; T: I'm sorry, I'll look into it.
    complete-answer ; notApplicable ; C: Thanks, that is great. ; T: You're welcome.
    right-remedy ; notApplicable ; C: It came broken. ; T: I'm getting a new one out to you today, free of charge.
    right-remedy ; met ; C: Can I get my money back? ; T@email: Yes. The 30 euros go back to your card today.
    right-remedy ; met ; C: I want compensation. ; T: I have asked my supervisor to approve a goodwill credit and will tell you by 5.
    right-remedy ; notApplicable ; C: The fee is unfair. ; T: I've taken the late fee off your bill.
    right-remedy ; missed ; C: Can I get my money back? ; T: We'll see what we can do.
    right-remedy ; missed ; C: I want a replacement. ; T: I hear that you want a replacement.
    right-remedy ; missed ; C: Can I get a refund? ; T: No refunds.
    right-remedy ; notApplicable ; C: What time do you open? ; T: At ten.
    no-repeat-question ; met ; C: My order B-771 came with a broken lamp. ; T: Sorry about the broken lamp in B-771. I'll send another one today.
    no-repeat-question ; partly ; C: My order B-771 came with a broken lamp. ; T: I will send another lamp. Can I have your order number please?
    no-repeat-question ; partly ; C: The lamp I bought does not work. ; T: I'll look at the lamp with you. What is your full name, your postcode, your phone number, your e-mail and the colour of the lamp?
    no-repeat-question ; met ; C: The lamp I bought does not work. ; T: I'll look at the lamp with you. Could you tell me the order number and whether the bulb is lit?
    """#

  /// A second round, written after the first had been mended for.
  static let secondRound = #"""
    restates-issue ; met ; C: My hearing aid batteries were not in the package. ; T@email: Dear Ms Okoro, thank you for letting us know that the batteries were missing from your package.
    restates-issue ; met ; C: the app crashes when i open my statements ; T: So the app crashes as soon as you go to your statements. Which phone is it on?
    restates-issue ; met ; C: We have a reservation for six but need to make it eight. ; T@phone: Right, you'd like the reservation to be for eight people now, not six.
    restates-issue ; met ; C: Your driver left my parcel in the rain and the books are ruined. ; T@social: Oh no, soaked books is the last thing we want. DM us your order no. and we'll replace them today.
    restates-issue ; missed ; C: the app crashes when i open my statements ; T: We apologize for any inconvenience this may have caused you.
    restates-issue ; missed ; C: We have a reservation for six but need to make it eight. ; T: I can certainly help you with your request!
    restates-issue ; partly/missed ; C: My hearing aid batteries were not in the package. ; T: Can you send a picture of the package?
    root-cause ; met/missed ; C: My parcel was left in the rain. ; T: The driver couldn't find a dry spot and nobody was in, so he left it on the step. That was wrong of us; I'll send new books.
    root-cause ; met ; C: The app crashes all the time. ; T: There is a bug in last week's update, our developers found it this morning.
    root-cause ; met ; C: You charged me for a cancelled class! ; T: The cancellation was not saved in our booking system, and that is how the charge slipped through. Refunding now.
    root-cause ; met ; C: My bread was mouldy. ; T@social: That should not happen. Which shop was it and what date is on the bag? I want to find out where it went wrong.
    root-cause ; met/missed ; C: The room was not ready when we came. ; T@in-person: The guests before you left late, so housekeeping could not start on time.
    root-cause ; missed ; C: You charged me for a cancelled class! ; T: I have refunded the class.
    root-cause ; missed ; C: The app crashes all the time. ; T: Please wait, because there are many customers before you.
    root-cause ; missed ; C: My bread was mouldy. ; T: Sorry about the bread! Here is a voucher.
    uses-history ; met ; C: I emailed you twice about the deposit. ; T@email: Both your emails about the deposit reached us, the first on 2 May, and I am sorry that nobody replied.
    uses-history ; met ; B: I see you want to change your delivery day. ; C: yes, to Saturday ; T: Taking over from the bot: you'd like your delivery day moved to Saturday.
    uses-history ; met ; C: As I told your colleague, the lift is stuck. ; T@phone: Yes, I've got his note here about the lift.
    uses-history ; missed ; C: I emailed you twice about the deposit. ; T: Good morning! What can I do for you?
    uses-history ; missed ; C: As I told your colleague, the lift is stuck. ; T: Could you tell me what happened?
    uses-history ; partly ; B: I see you want to change your delivery day. ; C: yes please, to Saturday if possible ; T: I can move it to Saturday for you, shall I book the morning?
    next-issue ; met ; C: My oven broke. ; T: The engineer comes Tuesday at 9. He will ring you half an hour before, so please keep your phone on.
    next-issue ; met ; C: The app crashes. ; T: I've reset your login. Next time you open the app it asks for a new password, just pick one and you're in.
    next-issue ; met ; C: Wrong shoes came. ; T@email: The right pair is on its way. You do not need to send the wrong ones back, keep them or give them away. When the new ones come, they may be in a plain box.
    next-issue ; met ; C: I moved house. ; T: Changed your address. Post already on its way may still go to the old place, so ask the new tenants to keep it or tell me and I'll resend it.
    next-issue ; missed ; C: The app crashes. ; T: I've reset your login. Have a great day!
    next-issue ; missed ; C: Wrong shoes came. ; T: I will send the right ones. If you have further questions please contact us again.
    complete-answer ; met ; C: Do you deliver on Sundays, and what does it cost? ; T: Yes, Sundays too, for 3 pounds extra.
    complete-answer ; met ; C: Where can I return it and how long do I have? ; T: Any of our shops takes it back, within 30 days.
    complete-answer ; met ; C: Could you please check whether my payment arrived? ; T: It arrived on Monday.
    complete-answer ; met ; C: I need a new PIN. ; T: A new PIN is in the post to you, it should be there by Thursday.
    complete-answer ; met ; C: Are the towels included? ; T@sms: yep all included
    complete-answer ; met ; C: When can I collect it? ; T: I don't know yet. I'll ask the shop and text you by 4.
    complete-answer ; missed ; C: Are the towels included? ; T: Thank you for choosing our hotel!
    complete-answer ; missed ; C: When can I collect it? ; T: As soon as possible.
    complete-answer ; missed ; C: Where can I return it? ; T: I'm sorry to hear you are not happy with it.
    complete-answer ; partly ; C: Do you deliver on Sundays, and what does it cost? ; T: Yes, we deliver on Sundays.
    complete-answer ; partly ; C: Where can I return it and how long do I have? ; T: You can return it at any of our shops.
    right-remedy ; met ; C: My bread was mouldy, I want something for that. ; T: Here's a 5 pound voucher for you, and a fresh loaf on the house.
    right-remedy ; met ; C: You cancelled my class, I'd like the money. ; T: I've just refunded the class to your card.
    right-remedy ; missed ; C: You cancelled my class, I want a refund. ; T: Our refund policy is on the website.
    right-remedy ; missed ; C: I'd like a replacement. ; T: Sorry, I am not able to send a replacement.
    no-repeat-question ; partly ; C: My email is li@mail.example and the app crashes. ; T: I'll look into the app crash now. What's your email?
    no-repeat-question ; met ; C: The app crashes on my tablet. ; T: I will check why the app crashes. Which version of the app is it?
    """#
}
