/** Texts in an ordinary council's voice, with the elements that each is evidence for: written before any was tried. */
export const policyTexts: readonly (readonly [meant: string, title: string, body: string])[] = [
  [
    '4.3.2',
    'Complaints: how we deal with them',
    `We try to get things right first time, but we know that sometimes we do not. If you are unhappy with something we have done, or not done, please tell us. You can speak to any member of staff, ring the contact centre, write to us or use the form on our website.

Stage 1: the manager of the service will look into it and reply within ten working days. Stage 2: if you are still unhappy a senior officer who has had nothing to do with it will look again and reply within twenty working days. After that you may go to the Local Government and Social Care Ombudsman.

We will always say sorry where we are at fault and tell you what we will do about it.`,
  ],
  [
    '2.1.5',
    'Handling personal information at the counter',
    `This note is for everyone who works at a public counter. Residents tell us things about themselves that they would not want the rest of the queue to hear. Offer the side room before you ask for details of benefits, health or debts. Do not read a date of birth or an address back aloud. Lock your screen when you leave the desk. Ask two questions to confirm who the caller is before you discuss an account. Paper with names on it goes into the grey confidential bins, never the recycling. If anything goes astray tell the Data Protection Officer the same day.`,
  ],
  [
    '2.2.1',
    'Induction of new employees',
    `All new employees of the council complete the corporate induction in their first month. The line manager goes through the checklist on the first day: tour of the building, fire exits, sickness reporting, dress, email. In week two they sit with an experienced colleague on the front desk. The half-day course "Customers First" is compulsory and is repeated every three years. Learning is recorded on the training system, and the probation review at six months looks at whether the customer care module has been put into practice.`,
  ],
  [
    '1.2.2 1.3.2',
    'What you told us about the leisure centre',
    `In the spring we asked people who use the leisure centre what they thought of it. 412 of you filled in the form. You said that the changing rooms were cold: we have replaced the heaters. You said that lane swimming was too crowded before work: we now open at 6.30 on weekdays. You said that booking by phone took too long: classes can be booked on the app from September. Some things we could not do, such as a second sauna, because of cost. The full results are on the noticeboard and on our website.`,
  ],
  [
    '3.1.2',
    'Schedule of fees and charges 2026/27',
    `The charges below were agreed by Cabinet in February and apply from 1 April. Replacement of a lost permit: £15. Bulky waste collection, up to three items: £32; half price for those in receipt of Council Tax Support. Garden waste subscription: £48 a year. You may pay by card online, by telephone, or at any PayPoint; we no longer take cheques. Refunds are made to the card that was used, within ten days.`,
  ],
  [
    '3.2.1',
    'Getting information in another format',
    `We can provide any of our letters, forms and leaflets in large print, in Braille, as a recording or in Easy Read. Ask at reception or ring us. Telephone interpreters are available in more than 200 languages and there is no charge to you. A signer can be arranged for an appointment with five days' notice. All officers who write to residents should use everyday words, keep sentences short, and say what the reader needs to do in the first paragraph.`,
  ],
  [
    '3.3.3',
    'Customer Service Centre: premises walk-round',
    `The team leader walks the public areas at 8.45 each day, before the doors open, and again after lunch. Check: floor dry and free of litter; seats clean, none torn; toilets, including the accessible one, stocked and working; leaflets tidy and in date; automatic doors, lift and induction loop working; temperature between 19 and 23 degrees. Anything broken is reported to Facilities the same morning and a notice put up. Following last year's refurbishment there is a family corner, and a lower counter for wheelchair users.`,
  ],
  [
    '5.1.1 5.1.2 5.2.1',
    'Our customer care standards',
    `When you telephone, we aim to answer within 20 seconds and give our name and team. When you write or email, we will acknowledge it within two working days and reply in full within ten. When you call in, you will be seen within ten minutes, or at the time of your appointment. We will wear a name badge. We will be courteous. If we cannot deal with your enquiry straight away we will tell you why, and when you will hear from us. The standards are displayed in all our buildings and on the website.`,
  ],
  [
    '3.4.1 3.4.2',
    'Working with partners at the Community Hub',
    `The Hub in Market Street brings together the council's housing options team, the Jobcentre, Citizens Advice and the district nurses. A resident who comes about rent arrears can see a debt adviser in the same visit. The partners have signed an agreement which sets out who does what, opening hours, how referrals are made and how complaints that concern more than one of us are dealt with. The managers meet every quarter to look at numbers, waiting times and what visitors have said.`,
  ],
  [
    '1.1.1 1.1.3',
    'Who lives in our district: ward profiles',
    `This paper brings together what the 2021 census and our own records say about the people of the district. 24 per cent are over 65, against 18 per cent in England. In Northfield ward one household in five has no car and one in six has nobody in work. 3.1 per cent do not speak English well; the largest communities are Polish and Romanian. 140 families live on the two travellers' sites. About 900 adults are registered as having a sight or hearing loss. The profiles are brought up to date each January and used in planning services.`,
  ],
  [
    '2.2.3',
    'Annual appraisal: guidance for managers',
    `Every member of staff has an appraisal meeting between April and June and a shorter review in the autumn. Agree between three and five objectives. At least one must be about the customer: for instance the number of compliments, the result of call listening, or a suggestion carried through. Bring to the meeting what residents have said about the team. Pay progression depends on the behaviours framework, of which "puts residents first" is the first heading.`,
  ],
  [
    '4.3.1',
    'Disruption to waste collections during the January snow',
    `Heavy snow stopped collections on four days between 9 and 15 January. We fell to 71 per cent of bins collected on the day due, against a standard of 99. We put daily notices on the website and on local radio, sent texts to the 18,000 households signed up, and wrote to those in assisted collection. Missed bins were emptied on two Saturdays. We have since bought chains for six vehicles and agreed grit priorities with the county.`,
  ],
  [
    '3.4.3',
    'Employee volunteering scheme',
    `Each employee may take two days a year, paid, to help a local charity or school. Last year 212 colleagues took 301 days: reading with children at four primary schools, clearing footpaths, sorting parcels at the food bank, and running a job-seekers' afternoon. The Mayor's charity, the hospice, received £11,400 from the summer fun run and cake sales.`,
  ],
  [
    '2.1.4 2.1.3',
    'Equality policy statement',
    `The council will not treat anybody less favourably because of age, disability, gender, race, religion or belief, sexual orientation, pregnancy or marriage. This applies to those who use our services and to those who work for us. We carry out an equality impact assessment of each new policy. We monitor who uses our services and who complains, and publish it each year. Anybody who feels that they have not been treated with dignity should tell us.`,
  ],
];
